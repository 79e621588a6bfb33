//! One ONNX model with its inputs and outputs checked.

use super::manifest::Entry;
use super::{ModelError, Runtime};
use ort::session::{Session, SessionOutputs};
use ort::value::{Outlet, TensorElementType, TensorRef, ValueType};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A session that takes one tensor of 32-bit floats and gives several.
#[derive(Debug)]
pub struct Network {
    id: String,
    input: String,
    session: Session,
}

/// What a network must have: a name and a shape in which -1 stands for any length.
pub type Tensor<'a> = (&'a str, &'a [i64]);

impl Network {
    /// Builds the session and compares it with the manifest's input, with the input that the caller feeds and
    /// with the outputs that it reads.
    pub fn new(
        entry: &Entry,
        model: &[u8],
        runtime: &Runtime,
        input: Tensor<'_>,
        outputs: &[Tensor<'_>],
    ) -> Result<Self, ModelError> {
        let shape = |detail: String| ModelError::Shape { model: entry.id.clone(), detail };
        let named = (entry.input.name.as_str(), entry.input.shape.as_slice());
        if named.0 != input.0 || !fits(named.1, input.1) {
            return Err(shape(format!("the manifest gives the input {} {:?}", named.0, named.1)));
        }
        let session = runtime
            .session(model)
            .map_err(|detail| ModelError::Failed { model: entry.id.clone(), detail })?;
        if session.inputs().len() != 1 {
            return Err(shape(format!("it has {} inputs", session.inputs().len())));
        }
        check(session.inputs(), input).map_err(shape)?;
        for &output in outputs {
            check(session.outputs(), output).map_err(shape)?;
        }
        Ok(Self { id: entry.id.clone(), input: input.0.to_owned(), session })
    }

    /// Runs the network over `samples` of the given shape.
    pub fn run(&mut self, shape: &[usize], samples: &[f32]) -> Result<SessionOutputs<'_>, ModelError> {
        let Self { id, input, session } = self;
        let failed = |detail: String| ModelError::Failed { model: id.clone(), detail };
        let tensor = TensorRef::from_array_view((shape, samples)).map_err(|e| failed(e.to_string()))?;
        catch_unwind(AssertUnwindSafe(|| session.run(ort::inputs![input.as_str() => tensor])))
            .map_err(|_| failed("the run broke off".to_owned()))?
            .map_err(|error| failed(error.to_string()))
    }
}

/// The values of an output, which must have exactly this shape.
pub fn values<'a>(outputs: &'a SessionOutputs<'_>, name: &str, shape: &[i64]) -> Result<&'a [f32], String> {
    let value = outputs.get(name).ok_or_else(|| format!("{name} is missing"))?;
    let (actual, values) = value.try_extract_tensor::<f32>().map_err(|error| error.to_string())?;
    if **actual == *shape { Ok(values) } else { Err(format!("{name} has the shape {actual:?}")) }
}

fn check(outlets: &[Outlet], (name, shape): Tensor<'_>) -> Result<(), String> {
    let outlet = outlets.iter().find(|o| o.name() == name).ok_or_else(|| format!("it has no {name}"))?;
    match outlet.dtype() {
        ValueType::Tensor { ty: TensorElementType::Float32, shape: actual, .. } if fits(actual, shape) => {
            Ok(())
        }
        other => Err(format!("{name} is {other}")),
    }
}

/// Whether every length of `actual` is the wanted one, or open on either side.
fn fits(actual: &[i64], wanted: &[i64]) -> bool {
    actual.len() == wanted.len() && actual.iter().zip(wanted).all(|(a, w)| a == w || *a == -1 || *w == -1)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn open_lengths_fit_anything() {
        assert!(fits(&[-1, 1, 48, 48], &[1, 1, 48, 48]));
        assert!(fits(&[1, 3, 320, -1], &[-1, 3, -1, -1]));
        assert!(!fits(&[-1, 3, 48, 48], &[-1, 1, 48, 48]));
        assert!(!fits(&[-1, 8], &[-1, 8, 1]));
    }
}
