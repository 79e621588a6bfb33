//! `attune-cli evaluate taste`.

use super::{failure, json, lines, run};

const SMALL: [&str; 8] = ["evaluate", "taste", "--listeners", "2", "--plays", "12", "--made-up", "40"];

#[test]
fn every_way_of_choosing_is_measured_and_repeats() {
    let with = |more: &[&str]| run(&[&SMALL, more].concat());
    let figures = json(&with(&["--json"]));
    let outcomes = figures[0]["outcomes"].as_array().unwrap();
    let names: Vec<&str> = outcomes.iter().map(|o| o["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["random", "popularity", "mood match", "ours", "neural", "oracle", "ours, stated"]);
    assert!(figures[0]["stated_over_ours"][0].as_f64().is_some());
    assert!(outcomes.iter().all(|o| (0.0..=1.0).contains(&o["completion"].as_f64().unwrap())));
    assert_eq!(figures[0]["listeners"], 2);
    assert_eq!(figures, json(&with(&["--json"])));
    assert_ne!(figures, json(&with(&["--json", "--seed", "2"])));
    assert!(lines(&with(&[])).iter().any(|l| l.contains("oracle")));
}

#[test]
fn a_history_is_measured_beside_none_and_beside_somebody_elses() {
    let figures = json(&run(&[&SMALL[..], &["--history", "200", "--json"]].concat()));
    let outcomes = figures[0]["outcomes"].as_array().unwrap();
    assert!(outcomes.iter().any(|o| o["name"] == "ours, another's"));
    assert!(figures[0]["of_oracle"].as_f64().is_some_and(|share| (0.0..=1.5).contains(&share)));
    assert_eq!(figures[0]["history"], 200);
    assert!(failure(&run(&["evaluate", "taste", "--history", "0"])).contains("--history"));
}

#[test]
fn an_impossible_simulation_is_refused() {
    assert!(failure(&run(&["evaluate", "taste", "--listeners", "0"])).contains("--listeners"));
    let knowing = failure(&run(&["evaluate", "taste", "--self-knowledge", "1.5"]));
    assert!(knowing.contains("from 0 to 1"), "{knowing}");
}
