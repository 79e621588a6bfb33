use super::*;
use proptest::prelude::*;

fn read<'a>(others: &[&'a str], credit: &'a str) -> Vec<&'a str> {
    Credits::of(others.iter().copied().chain([credit])).read(credit)
}

#[test]
fn one_person_is_found_under_every_way_of_crediting() {
    for credit in [
        "Kira Voss",
        "KIRA  VOSS",
        "Kira Voss feat. Lund",
        "Kira Voss Feat. Lund",
        "Kira Voss ft.Lund",
        "Kira Voss (feat. Oda)",
        "Kira Voss [ft. Oda & Nils]",
        "Kira Voss featuring Nils",
        "Kira Voss, Lund",
        "Kira Voss & Oda",
        "Kira Voss and Oda",
        "Kira Voss; Brand",
        "Kira Voss;Brand",
        "Kira Voss x Lund",
        "Kira Voss/Oda",
        "Kira Voss / Oda",
        "Kira Voss, Lund & Oda",
        "Kira Voss vs. Oda",
        "Kira Voss、Oda",
        "Kira Voss Feat: Oda",
        "Kira Voss presents Oda",
        "Kira Voss con Oda",
        "Kira Voss meets Lund",
        "Kira Voss und Oda",
        "Kira Voss et Oda",
        "Kira Voss y Oda",
        "Kira Voss e Oda",
        "Kira Voss och Oda",
        "Kira Voss w/ Oda",
    ] {
        let names = read(&["Kira Voss"], credit);
        assert_eq!(person(names[0]), "kira voss", "{credit}");
    }
    assert_eq!(read(&["Kira Voss"], "Oda with Kira Voss"), ["Oda", "Kira Voss"]);
    assert_eq!(read(&["Kira Voss"], "Oda (with Kira Voss)"), ["Oda", "Kira Voss"]);
    assert_eq!(read(&[], "Kira Voss (feat. Oda)"), ["Kira Voss", "Oda"], "certain without evidence");
    assert_eq!(read(&["Kira Voss, Lund"], "Kira Voss, Brand"), ["Kira Voss", "Brand"], "first with several");
}

#[test]
fn a_name_with_a_joint_in_it_stays_whole() {
    for whole in [
        "Earth, Wind & Fire",
        "Earth, Wind and Fire",
        "AC/DC",
        "Simon & Garfunkel",
        "Tyler, The Creator",
        "X Ambassadors",
        "Malcolm X",
        "10,000 Maniacs",
        "Sun, Rain & Snow",
        "Sammy Davis, Jr.",
        "GZA/Genius",
        "Fitz and the Tantrums",
        "+44",
        "Boards (of Canada)",
        "Café con Leche",
        "Meets the Eye",
        "Ebbe och Floden",
        "Y La Marea",
    ] {
        assert_eq!(read(&["Kira Voss"], whole), [whole]);
    }
    for known in ["Earth", "Simon", "Tyler", "AC", "Fire"] {
        for whole in ["Earth, Wind & Fire", "Simon & Garfunkel", "Tyler, The Creator", "AC/DC"] {
            assert_eq!(read(&[known], whole), [whole]);
        }
    }
    let band = "Sun, Rain & Snow";
    assert_eq!(read(&["Sun", band, band], band), [band], "credited more often than a word of it");
    assert_eq!(read(&["Kira Voss", band], "Kira Voss & Sun, Rain & Snow"), ["Kira Voss", band]);
    assert_eq!(
        read(&["Frank Ocean"], "Frank Ocean, Tyler, The Creator"),
        ["Frank Ocean", "Tyler, The Creator"]
    );
    assert_eq!(read(&["Earth, Wind & Fire"], "Earth, Wind & Fire feat. Oda"), ["Earth, Wind & Fire", "Oda"]);
    assert_eq!(read(&["Kira Voss"], "Kira Voss & Oda and The Nights"), ["Kira Voss", "Oda and The Nights"]);
}

#[test]
fn nobody_is_nobody() {
    for credit in ["", "  ", "Various Artists", "VARIOUS", "[Unknown]", ";", "Unknown Artist"] {
        assert_eq!(read(&[], credit), Vec::<&str>::new(), "{credit}");
    }
    assert_eq!(read(&[], "Various Artists feat. Oda"), ["Oda"]);
}

#[test]
fn what_is_known_is_sorted_and_as_names_are_compared() {
    assert!(WHOLE.is_sorted());
    for name in WHOLE {
        assert_eq!(person(name), name);
        assert!(!joints(name).is_empty(), "{name} needs no entry");
    }
    assert!(NOBODY.iter().all(|name| fold(name) == *name));
}

#[test]
fn the_first_name_is_among_those_a_credit_may_lead_with() {
    let all: Vec<_> = leads("Kira Voss & Lund (feat. Oda)").collect();
    assert_eq!(all, ["Kira Voss & Lund (feat. Oda)", "Kira Voss & Lund", "Kira Voss"]);
}

proptest! {
    #[test]
    fn any_credit_is_read(credit in "\\PC{0,40}", others in proptest::collection::vec("\\PC{0,20}", 0..6)) {
        let credits = Credits::of(others.iter().map(String::as_str).chain([credit.as_str()]));
        for name in credits.read(&credit) {
            prop_assert!(!name.trim().is_empty() && credit.contains(name));
        }
    }

    #[test]
    fn lists_of_known_people_are_divided(
        names in proptest::collection::vec("[A-Z][a-z]{2,6} [A-Z][a-z]{2,6}", 1..5), joint in 0..8_usize,
    ) {
        let joint = [", ", " & ", " x ", "; ", " feat. ", " with ", "/", " and "][joint];
        let credit = names.join(joint);
        let credits = Credits::of(names.iter().map(String::as_str).chain([credit.as_str()]));
        prop_assert_eq!(credits.read(&credit), names.iter().fold(Vec::new(), |mut all: Vec<&str>, n| {
            if !all.contains(&n.as_str()) { all.push(n); }
            all
        }));
        prop_assert!(leads(&credit).any(|lead| lead == names[0]));
    }
}
