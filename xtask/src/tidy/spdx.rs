//! Licence expressions: `(MIT OR Apache-2.0) AND Unicode-3.0`.

/// Whether a choice exists within `expression` that only takes licences from `allowed`.
pub(super) fn satisfiable(expression: &str, allowed: &[String]) -> bool {
    let tokens = tokens(expression);
    let mut reader = Reader { tokens: &tokens, at: 0, allowed };
    reader.either() == Some(true) && reader.at == tokens.len()
}

fn tokens(expression: &str) -> Vec<String> {
    // Before there were expressions, `MIT/Apache-2.0` meant a choice.
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

struct Reader<'a> {
    tokens: &'a [String],
    at: usize,
    allowed: &'a [String],
}

impl Reader<'_> {
    fn take(&mut self, word: &str) -> bool {
        let found = self.tokens.get(self.at).is_some_and(|token| token == word);
        self.at += usize::from(found);
        found
    }

    fn either(&mut self) -> Option<bool> {
        let mut any = self.both()?;
        while self.take("OR") {
            any |= self.both()?;
        }
        Some(any)
    }

    fn both(&mut self) -> Option<bool> {
        let mut all = self.one()?;
        while self.take("AND") {
            all &= self.one()?;
        }
        Some(all)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let inside = self.either()?;
            return self.take(")").then_some(inside);
        }
        let mut name = self.tokens.get(self.at)?.clone();
        if ["OR", "AND", "WITH", ")"].contains(&name.as_str()) {
            return None;
        }
        self.at += 1;
        if self.take("WITH") {
            name = format!("{name} WITH {}", self.tokens.get(self.at)?);
            self.at += 1;
        }
        Some(self.allowed.iter().any(|licence| *licence == name || name.strip_suffix('+') == Some(licence)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fine(expression: &str) -> bool {
        satisfiable(
            expression,
            &["MIT", "Apache-2.0", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned),
        )
    }

    #[test]
    fn one_of_a_choice_is_enough() {
        assert!(fine("MIT"));
        assert!(fine("GPL-3.0-only OR MIT"));
        assert!(fine("MIT/Apache-2.0"));
        assert!(!fine("GPL-3.0-only"));
        assert!(!fine("LGPL-2.1-only OR AGPL-3.0-only"));
    }

    #[test]
    fn all_of_a_conjunction_are_needed() {
        assert!(fine("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(!fine("MIT AND GPL-2.0-only"));
        assert!(fine("MIT OR Apache-2.0 AND GPL-2.0-only"));
        assert!(!fine("(MIT OR Apache-2.0) AND GPL-2.0-only"));
    }

    #[test]
    fn exceptions_belong_to_the_licence() {
        assert!(fine("Apache-2.0 WITH LLVM-exception"));
        assert!(!fine("MIT WITH Something-exception"));
    }

    #[test]
    fn what_makes_no_sense_is_not_fine() {
        for expression in ["", "MIT OR", "(MIT", "MIT)", "OR MIT", "MIT Apache-2.0", "Apache-2.0 WITH"] {
            assert!(!fine(expression), "{expression}");
        }
    }
}
