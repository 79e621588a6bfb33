//! Networks that answer the same whatever they are asked, written as ONNX files byte by byte.
//!
//! ONNX is protocol buffers (onnx.proto3 of the format's maintainers names the fields): a number, or bytes behind their
//! length, each behind a key of field and kind.

/// The data type of 32-bit floats, and the place of a tensor's numbers outside of the model.
const FLOAT: u64 = 1;
const EXTERNAL: u64 = 1;
/// Versions of the format and of its operators that every supported ONNX Runtime knows.
const FORMAT: u64 = 8;
const OPERATORS: u64 = 13;

/// What an output says.
#[derive(Clone, Copy)]
pub(crate) enum Numbers<'a> {
    /// This number in every place.
    All(f32),
    /// What lies in the file of that name.
    In(&'a str),
}

/// A network with one input, whose lengths may be -1 for any, and outputs of fixed shapes.
pub(crate) fn network(
    (input, lengths): (&str, &[i64]),
    outputs: &[(&str, Vec<i64>, Numbers<'_>)],
) -> Vec<u8> {
    let mut graph = text(2, "fixed");
    for (name, shape, numbers) in outputs {
        let constant = format!("{name}_value");
        let node = [text(1, &constant), text(2, name), text(4, "Identity")].concat();
        graph.extend(bytes(1, &node));
        graph.extend(bytes(5, &tensor(&constant, shape, *numbers)));
        graph.extend(bytes(12, &named(name, shape)));
    }
    graph.extend(bytes(11, &named(input, lengths)));
    [number(1, FORMAT), bytes(8, &number(2, OPERATORS)), bytes(7, &graph)].concat()
}

fn tensor(name: &str, shape: &[i64], numbers: Numbers<'_>) -> Vec<u8> {
    let lengths = shape.iter().flat_map(|length| number(1, *length as u64));
    let mut tensor: Vec<u8> = lengths.chain(number(2, FLOAT)).chain(text(8, name)).collect();
    match numbers {
        Numbers::All(value) => {
            let count = shape.iter().product::<i64>() as usize;
            tensor.extend(bytes(9, &value.to_le_bytes().repeat(count)));
        }
        Numbers::In(file) => {
            tensor.extend(bytes(13, &[text(1, "location"), text(2, file)].concat()));
            tensor.extend(number(14, EXTERNAL));
        }
    }
    tensor
}

/// A name with the shape of its tensor.
fn named(name: &str, shape: &[i64]) -> Vec<u8> {
    let length = |length: &i64| if *length < 0 { text(2, "any") } else { number(1, *length as u64) };
    let lengths: Vec<u8> = shape.iter().flat_map(|l| bytes(1, &length(l))).collect();
    let tensor = [number(1, FLOAT), bytes(2, &lengths)].concat();
    [text(1, name), bytes(2, &bytes(1, &tensor))].concat()
}

fn number(field: u64, value: u64) -> Vec<u8> {
    [varint(field << 3), varint(value)].concat()
}

fn text(field: u64, value: &str) -> Vec<u8> {
    bytes(field, value.as_bytes())
}

fn bytes(field: u64, value: &[u8]) -> Vec<u8> {
    [varint(field << 3 | 2), varint(value.len() as u64), value.to_vec()].concat()
}

/// Seven bits a byte, the lowest first.
fn varint(mut value: u64) -> Vec<u8> {
    let mut out = Vec::new();
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
    out
}
