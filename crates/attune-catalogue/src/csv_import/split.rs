//! From a record's text to its fields (RFC 4180, read with some patience).

/// What a record came apart into.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Fields {
    /// The fields, without their quotes.
    pub(super) values: Vec<String>,
    /// Whether something other than a delimiter followed a closing quote.
    pub(super) untidy: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the start of a field.
    Start,
    Plain,
    Quoted,
    /// Behind a quote inside a quoted field: its end, or the first half of a doubled one.
    Quote,
}

/// Takes a record line by line, so that one over several lines is read once.
pub(super) struct Splitter {
    delimiter: char,
    fields: Fields,
    field: String,
    state: State,
}

impl Splitter {
    pub(super) fn new(delimiter: char) -> Self {
        Self { delimiter, fields: Fields::default(), field: String::new(), state: State::Start }
    }

    /// The fields of a record on one line; none if a quote stays open.
    pub(super) fn split(line: &str, delimiter: char) -> Option<Fields> {
        let mut splitter = Self::new(delimiter);
        splitter.feed(line);
        (!splitter.is_open()).then(|| splitter.finish())
    }

    /// Whether a quoted field goes on in the next line.
    pub(super) fn is_open(&self) -> bool {
        self.state == State::Quoted
    }

    /// Takes a line; if a field is open, the line break belongs to it.
    pub(super) fn feed(&mut self, line: &str) {
        if self.is_open() {
            self.field.push('\n');
        }
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            rest = self.step(c, rest);
        }
        if self.state == State::Quote {
            self.state = State::Plain;
        }
    }

    /// Ends the record.
    pub(super) fn finish(mut self) -> Fields {
        self.end_field();
        self.fields
    }

    /// Reads a run of text that begins with `c`; gives what is left.
    fn step<'t>(&mut self, c: char, rest: &'t str) -> &'t str {
        let after = &rest[c.len_utf8()..];
        match self.state {
            State::Start if c == '"' => self.state = State::Quoted,
            State::Quote if c == '"' => {
                self.field.push('"');
                self.state = State::Quoted;
            }
            State::Start | State::Plain | State::Quote if c == self.delimiter => self.end_field(),
            State::Quoted if c == '"' => self.state = State::Quote,
            State::Quoted => return self.run(rest, '"'),
            State::Start | State::Plain | State::Quote => {
                self.fields.untidy |= self.state == State::Quote;
                self.state = State::Plain;
                return self.run(rest, self.delimiter);
            }
        }
        after
    }

    /// Takes text up to `end`.
    fn run<'t>(&mut self, rest: &'t str, end: char) -> &'t str {
        let (text, rest) = rest.split_at(rest.find(end).unwrap_or(rest.len()));
        self.field.push_str(text);
        rest
    }

    fn end_field(&mut self) {
        self.fields.values.push(std::mem::take(&mut self.field));
        self.state = State::Start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> Vec<String> {
        Splitter::split(line, ',').unwrap().values
    }

    #[test]
    fn fields_and_quotes() {
        assert_eq!(split("a,b,c"), ["a", "b", "c"]);
        assert_eq!(split(""), [""]);
        assert_eq!(split(",,"), ["", "", ""]);
        assert_eq!(split(r#""a, b","say ""yes""",c"#), ["a, b", r#"say "yes""#, "c"]);
        assert_eq!(split(r#"12" Mix,b"#), [r#"12" Mix"#, "b"]);
        assert_eq!(Splitter::split("a;b", ';').unwrap().values, ["a", "b"]);
    }

    #[test]
    fn text_behind_a_quote_is_kept_and_noted() {
        let fields = Splitter::split(r#""a" x,b"#, ',').unwrap();
        assert_eq!(fields.values, ["a x", "b"]);
        assert!(fields.untidy);
    }

    #[test]
    fn a_quoted_field_can_go_on() {
        let mut s = Splitter::new(',');
        s.feed(r#"a,"one"#);
        assert!(s.is_open());
        s.feed(r#"two",b"#);
        assert!(!s.is_open());
        assert_eq!(s.finish().values, ["a", "one\ntwo", "b"]);
        assert_eq!(Splitter::split(r#"a,"one"#, ','), None);
    }
}
