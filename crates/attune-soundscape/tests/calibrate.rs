use attune_core::Affect;
use attune_soundscape::*;
use std::collections::BTreeMap;
#[test]
fn palettes() {
    let homes = [
        (-100, -600),
        (-600, -450),
        (-450, -850),
        (500, -750),
        (700, -300),
        (250, 50),
        (600, 450),
        (850, 750),
        (-250, 100),
        (-700, 700),
        (-800, 250),
        (250, 650),
        (850, -600),
        (-250, 500),
        (0, 0),
        (0, 0),
        (0, 0),
    ];
    let mut by: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let t = std::time::Instant::now();
    let mut total = 0u64;
    for (h, &(v, a)) in homes.iter().enumerate() {
        for seed in 0..4u64 {
            let mut s =
                Stream::new(&Request::new(seed * 31 + h as u64, Affect::new(v as f64 / 1e3, a as f64 / 1e3)));
            total += s.frames();
            let mut meter =
                ebur128::EbuR128::new(2, 48_000, ebur128::Mode::I | ebur128::Mode::TRUE_PEAK).unwrap();
            let mut out = vec![0.0; 9600];
            loop {
                let n = s.read(&mut out);
                if n == 0 {
                    break;
                }
                meter.add_frames_f32(&out[..2 * n]).unwrap();
            }
            let want = -18.0 + 4.0 * a as f64 / 1e3;
            let got = meter.loudness_global().unwrap();
            by.entry(s.score().palette).or_default().push(got - want);
            let tp = 20.0 * meter.true_peak(0).unwrap().max(meter.true_peak(1).unwrap()).log10();
            println!("{v},{a} {:18} {:.1} off {:+.1} peak {tp:.1}", s.score().palette, got, got - want);
        }
    }
    println!("speed {:.0}", total as f64 / 48e3 / t.elapsed().as_secs_f64());
    for (k, v) in by {
        println!(
            "MEAN {k:18} {:+.1} of {} min {:.1} max {:.1}",
            v.iter().sum::<f64>() / v.len() as f64,
            v.len(),
            v.iter().copied().fold(99.0, f64::min),
            v.iter().copied().fold(-99.0, f64::max)
        );
    }
}
