//! Whom a picture shows, as far as a file tells, and the groups that errors are counted by.

/// A person's group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Person {
    /// As the file numbers age groups, the youngest first.
    pub(super) age: Option<u8>,
    pub(super) sex: Option<Sex>,
}

/// Sex as the annotators of the photographs saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sex {
    Male,
    Female,
}

impl Sex {
    /// 0 is male and 1 female; anything else is not known.
    pub(super) fn from_number(number: f64) -> Option<Self> {
        match number {
            0.0 => Some(Self::Male),
            1.0 => Some(Self::Female),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
        }
    }
}

/// Everybody of an age group, of a sex, or of both; everybody where neither is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Group {
    age: Option<u8>,
    sex: Option<Sex>,
}

impl Group {
    /// Everybody, then the sexes, the age groups, and age groups by sex, as far as there is somebody.
    pub(super) fn all(people: &[Person]) -> Vec<Self> {
        let sexes = [Some(Sex::Male), Some(Sex::Female)];
        let ages = || (0..=u8::MAX).map(Some);
        let mut groups: Vec<Self> = sexes.map(|sex| Self { age: None, sex }).into();
        groups.extend(ages().map(|age| Self { age, sex: None }));
        groups.extend(ages().flat_map(|age| sexes.map(|sex| Self { age, sex })));
        groups.retain(|group| people.iter().any(|person| group.holds(*person)));
        groups.insert(0, Self::default());
        groups
    }

    /// Whether a person belongs to it.
    pub(super) fn holds(self, person: Person) -> bool {
        (self.age.is_none() || self.age == person.age) && (self.sex.is_none() || self.sex == person.sex)
    }

    /// What it is called.
    pub(super) fn name(self) -> String {
        match (self.age, self.sex) {
            (None, None) => "all".to_owned(),
            (None, Some(sex)) => sex.name().to_owned(),
            (Some(age), None) => format!("age {age}"),
            (Some(age), Some(sex)) => format!("age {age}, {}", sex.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_those_of_somebody() {
        let person = |age, sex| Person { age, sex };
        let people = [
            person(Some(0), Some(Sex::Female)),
            person(Some(3), Some(Sex::Male)),
            person(Some(3), None),
            person(None, None),
        ];
        let groups = Group::all(&people);
        let names: Vec<_> = groups.iter().map(|group| group.name()).collect();
        assert_eq!(names, ["all", "male", "female", "age 0", "age 3", "age 0, female", "age 3, male"]);
        let sizes = groups.iter().map(|group| people.iter().filter(|p| group.holds(**p)).count());
        assert_eq!(sizes.collect::<Vec<_>>(), [4, 1, 1, 1, 2, 1, 1]);
        assert_eq!(Group::all(&[Person::default()]), [Group::default()]);
    }

    #[test]
    fn sexes_have_numbers() {
        let found = [0.0, 1.0, -1.0, 2.0, f64::NAN].map(Sex::from_number);
        assert_eq!(found, [Some(Sex::Male), Some(Sex::Female), None, None, None]);
    }
}
