use super::*;

fn rows(text: &str, width: usize) -> Vec<Result<(u32, Vec<String>), BadRow>> {
    let mut records = Records::new(Lines::new(text.as_bytes()).unwrap(), ',', width);
    std::iter::from_fn(|| records.next().unwrap())
        .filter_map(|row| match row {
            Row::Blank => None,
            Row::Good { line, fields } => Some(Ok((line, fields))),
            Row::Bad(bad) => Some(Err(bad)),
        })
        .collect()
}

fn bad_lines(text: &str, width: usize) -> Vec<u32> {
    rows(text, width).into_iter().filter_map(Result::err).map(|b| b.line).collect()
}

fn good_lines(text: &str, width: usize) -> Vec<u32> {
    rows(text, width).into_iter().flatten().map(|(line, _)| line).collect()
}

#[test]
fn blank_rows_are_skipped_and_lines_are_counted() {
    assert_eq!(good_lines("a,b\n\n,\nc,d\n", 2), [1, 4]);
}

#[test]
fn a_quoted_line_break_is_part_of_the_field() {
    let got = rows("\"one\ntwo\",b\nc,d\n", 2);
    assert_eq!(got[0].as_ref().unwrap().1, ["one\ntwo", "b"]);
    assert_eq!(got[1].as_ref().unwrap().0, 3);
}

#[test]
fn the_width_must_fit_but_empty_fields_may_follow() {
    assert_eq!(good_lines("a,b,,\n", 2), [1]);
    assert_eq!(bad_lines("a\na,b,c\n", 2), [1, 2]);
}

#[test]
fn an_open_quote_costs_one_row() {
    assert_eq!(bad_lines("\"a,b\nc,d\ne,f\n", 2), [1]);
    assert_eq!(good_lines("\"a,b\nc,d\ne,f\n", 2), [2, 3]);
}

#[test]
fn an_open_quote_among_quoted_rows_costs_one_row() {
    let text = "\"a\",\"b\"\n\"c,\"d\"\n\"e\",\"f\"\n\"g\",\"h\"\n";
    assert_eq!(bad_lines(text, 2), [2]);
    assert_eq!(good_lines(text, 2), [1, 3, 4]);
}

#[test]
fn open_quotes_in_every_row_end() {
    let text = "\"a,b\n".repeat(1_001);
    assert_eq!(rows(&text, 2).len(), 1_001);
}

#[test]
fn a_field_over_the_limit_is_left_out() {
    let text = format!("{},b\nc,d\n", "x".repeat(FIELD_LIMIT + 1));
    assert_eq!(bad_lines(&text, 2), [1]);
    assert_eq!(good_lines(&text, 2), [2]);
}

#[test]
fn a_quoted_field_over_many_lines_is_left_out_by_line() {
    let text = format!("\"{}\",b\nc,d\n", "x\n".repeat(50));
    assert!(good_lines(&text, 2).contains(&52));
    assert_eq!(bad_lines(&text, 2)[0], 1);
}
