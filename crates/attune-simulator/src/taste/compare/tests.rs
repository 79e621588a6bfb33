use super::*;

fn small(seed: u64) -> Setup {
    Setup { seed, listeners: 8, plays: 200, catalogue: Vec::new(), made_up: 700, ..Setup::default() }
}

#[test]
fn what_knows_more_serves_better() {
    let c = compare(&small(3));
    let of = |name: &str| c.outcome(name).unwrap().completion;
    assert!(of("oracle") > of("ours") + 0.03, "{c:?}");
    assert!(of("ours") > of("mood match") + 0.04, "{c:?}");
    assert!(of("mood match") > of("random") + 0.03, "{c:?}");
    let ours = c.outcome("ours").unwrap();
    assert!(ours.by_fifty.last() > ours.by_fifty.first(), "it learns: {:?}", ours.by_fifty);
}

#[test]
fn the_log_tells_what_another_setting_would_achieve() {
    let c = compare(&small(4));
    for e in &c.off_policy {
        assert!((e.estimate - e.truth).abs() < 4.0 * e.standard_error + 0.01, "{e:?}");
        // A setting far from the one in force shares few choices with it, and the log says so.
        assert!(e.surprise < 0.5 || e.effective_plays > 100.0, "{e:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_figures() {
    let tiny = |seed| compare(&Setup { listeners: 2, plays: 40, made_up: 200, ..small(seed) });
    assert_eq!(tiny(5), tiny(5));
    assert_ne!(tiny(5).outcomes, tiny(6).outcomes);
}
