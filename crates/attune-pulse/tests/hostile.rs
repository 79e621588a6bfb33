//! Whatever comes in: no panic, no endless loop, and only numbers in range come out.

use attune_pulse::colour::signal::{chrom, pos};
use attune_pulse::colour::{Meter, Patch};
use proptest::prelude::*;

fn odd_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => 0.0..255.0,
        1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(-0.0), Just(f64::MIN_POSITIVE), Just(f64::MAX)],
        1 => any::<f64>(),
    ]
}

fn patch() -> impl Strategy<Value = Patch> {
    (
        [odd_number(), odd_number(), odd_number()],
        prop_oneof![4 => 1..2_000_u32, 1 => Just(0), 1 => any::<u32>()],
    )
        .prop_map(|(colour, pixels)| Patch { colour, pixels })
}

/// How much later the next look is: mostly a camera's rhythm, sometimes anything.
fn delay() -> impl Strategy<Value = f64> {
    prop_oneof![30 => 0.01..0.07, 1 => Just(0.0), 1 => -5.0..5.0, 1 => odd_number()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_looks_are_survived(
        looks in prop::collection::vec((delay(), prop::collection::vec(patch(), 0..4)), 0..40),
        repeat in 1..30_usize,
    ) {
        let (mut meter, mut time) = (Meter::new(), 0.0);
        for (delay, patches) in looks.iter().cycle().take(looks.len() * repeat) {
            time += delay;
            if let Ok(reading) = meter.push(time, patches) {
                prop_assert!((42.0..=181.0).contains(&reading.rate), "{reading:?}");
                prop_assert!(reading.spread >= 1.0 && reading.spread.is_finite(), "{reading:?}");
                prop_assert!((0.0..=1.0).contains(&reading.confidence), "{reading:?}");
            }
        }
        let _ = meter.finish();
    }

    #[test]
    fn signals_are_as_long_as_the_colours(
        colours in prop::collection::vec([odd_number(), odd_number(), odd_number()], 0..120),
        rate in odd_number(),
    ) {
        prop_assert_eq!(pos(&colours, rate).len(), colours.len());
        prop_assert_eq!(chrom(&colours, rate).len(), colours.len());
    }

    /// A camera that stumbles: looks lost or late change the rate of a clear pulse by less than a beat.
    #[test]
    fn lost_and_late_looks_do_not_move_the_rate(
        lost in prop::collection::vec(prop::bool::weighted(0.15), 900),
        late in prop::collection::vec(-0.01..0.01_f64, 900),
    ) {
        let mut meter = Meter::new();
        let mut said = None;
        for i in (0..900).filter(|i| !lost[*i]) {
            let time: f64 = i as f64 / 30.0 + late[i];
            let beat = 0.006 * (2.0 * std::f64::consts::PI * 1.2 * time).sin();
            let grain = 30.0 * late[i * 7 % 900];
            let colour = [150.0 * (1.0 + 0.33 * beat), 110.0 * (1.0 + 0.77 * beat) + grain, 90.0 * (1.0 + 0.53 * beat)];
            said = meter.push(time, &[Patch { colour, pixels: 900 }; 3]).ok();
        }
        prop_assert!(said.is_some_and(|r| (r.rate - 72.0).abs() < 1.0), "{said:?}");
    }
}
