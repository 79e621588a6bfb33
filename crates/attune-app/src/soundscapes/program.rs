//! Soundscapes without a queue: pieces one after another, in related keys, for a file or as scores.

use attune_core::Affect;
use attune_soundscape::{Before, FRAME_RATE, Request, Score, Source, Stream, seed_after};

/// Pieces one after another, from one affect on the way to another.
pub struct Program {
    streams: Vec<Stream>,
    at: usize,
    lines: Vec<String>,
}

impl Program {
    /// Whole pieces that take at least so many minutes together, and at least one; equal arguments give equal music.
    #[must_use]
    pub fn new(seed: u64, (from, towards): (Affect, Option<Affect>), minutes: u16) -> Self {
        let wanted = u64::from(minutes) * 60 * u64::from(FRAME_RATE);
        let goal = towards.unwrap_or(from);
        let (mut streams, mut frames, mut lines) = (Vec::<Stream>::new(), 0, Vec::new());
        let (mut seed, mut before): (u64, Option<Before>) = (seed, None);
        while streams.is_empty() || frames < wanted {
            let share = |at: u64| (at as f64 / wanted.max(1) as f64).clamp(0.0, 1.0);
            let place = |s: f64| {
                Affect::new(
                    from.valence + s * (goal.valence - from.valence),
                    from.arousal + s * (goal.arousal - from.arousal),
                )
            };
            let start = place(share(frames));
            if let Some(before) = &before {
                seed = seed_after(seed.wrapping_add(1), start, before);
            }
            let mut stream = Stream::new(&Request::new(seed, start).after(before));
            stream.set_target(place(share(frames + stream.frames())));
            let score = stream.score();
            lines.push(format!(
                "{:>7.1} s  {} · {}",
                frames as f64 / f64::from(FRAME_RATE),
                score.title,
                score.palette
            ));
            (frames, before) = (frames + stream.frames(), Some(stream.before()));
            streams.push(stream);
        }
        Self { streams, at: 0, lines }
    }

    /// The scores of the pieces.
    #[must_use]
    pub fn scores(&self) -> Vec<Score> {
        self.streams.iter().map(Stream::score).collect()
    }

    /// A line a piece: when it begins, its title and its palette.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Frames of all pieces.
    #[must_use]
    pub fn frames(&self) -> u64 {
        self.streams.iter().map(Source::frames).sum()
    }

    /// Fills a block of interleaved stereo with what comes next and gives its frames; 0 at the end.
    pub fn read(&mut self, block: &mut [f32]) -> usize {
        while let Some(stream) = self.streams.get_mut(self.at) {
            let frames = stream.read(block);
            if frames > 0 {
                return frames;
            }
            self.at += 1;
        }
        0
    }
}
