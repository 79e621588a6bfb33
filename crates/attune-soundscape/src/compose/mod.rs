//! The composer: from a seed, a target and what went before to phrases of notes.
//!
//! [`Plan`] settles what a piece keeps throughout (palette, tonic, motif, form); [`Composer::phrase`] writes one
//! phrase for the affect that is wanted by then. Writing a phrase allocates nothing once its buffers have grown.

mod accompaniment;
mod bass;
mod chords;
mod clock;
mod counter;
mod lead;
mod percussion;
mod plan;
mod title;
mod writer;

pub(crate) use plan::{NEAR, Plan, State};

use crate::cues::Cues;
use crate::form::{Section, Unit};
use crate::harmony::{Cadence, Chord, Space};
use crate::mode::Key;
use crate::palette::Palette;
use crate::plane::Plane;
use crate::random::Random;
use crate::score::{ChordSpan, Phrase};
use clock::Clock;
use writer::Writer;

/// The most notes that a phrase is given room for: more than the densest has.
const NOTES: usize = 2_048;
/// The most chords of a phrase.
const CHORDS: usize = 24;

/// The farthest that the affect moves from one phrase to the next, in thousandths of either axis.
pub(crate) const STEP: i32 = 200;

/// Everything that the parts of one phrase are written from.
pub(crate) struct Context<'a> {
    plan: &'a Plan,
    palette: &'static Palette,
    unit: Unit,
    /// Which phrase of the piece it is.
    index: usize,
    key: Key,
    cues: Cues,
    affect: Plane,
    spans: &'a [ChordSpan],
    /// A generator of the section: equal for a theme and its return.
    section_seed: u64,
    /// A generator of this phrase alone.
    phrase_seed: u64,
}

impl Context<'_> {
    fn beats(&self) -> i32 {
        i32::from(self.unit.bars) * i32::from(self.plan.beats)
    }

    /// The register of the middle and upper parts in thousandths of a semitone above the usual: the cue's, evened out for the
    /// ensemble.
    fn register(&self) -> i32 {
        self.cues.register + self.palette.register
    }

    /// Where chords lie around a pitch.
    fn space(&self, centre: i32) -> Space {
        Space { centre, width: self.cues.width }
    }

    /// The chord at a tick of the phrase.
    fn chord_at(&self, tick: i32) -> Chord {
        let beat = tick.div_euclid(clock::TICKS);
        let under = self.spans.iter().rev().find(|s| i32::from(s.beat) <= beat);
        under.map_or(Chord::triad(0), |s| s.chord)
    }
}

/// Writes phrases of one piece.
#[derive(Debug)]
pub(crate) struct Composer {
    plan: Plan,
    clock: Clock,
    chords: Vec<Chord>,
}

impl Composer {
    pub(crate) fn new(plan: Plan) -> Self {
        Self { plan, clock: Clock::default(), chords: Vec::with_capacity(CHORDS) }
    }

    pub(crate) fn plan(&self) -> &Plan {
        &self.plan
    }

    /// An empty phrase with room for the densest.
    pub(crate) fn blank(&self) -> Phrase {
        let unit = self.plan.form[0];
        Phrase {
            section: unit.section,
            cadence: unit.cadence,
            bars: unit.bars,
            key: self.plan.key,
            affect: self.plan.target,
            cues: Cues::of(self.plan.target, self.plan.tempo_trim),
            frames: 0,
            chords: Vec::with_capacity(CHORDS),
            notes: Vec::with_capacity(NOTES),
        }
    }

    /// Writes phrase `index` of the form into `out`, going from `state` towards `goal`; gives the state after it.
    pub(crate) fn phrase(&mut self, index: usize, goal: Plane, state: State, out: &mut Phrase) -> State {
        let unit = self.plan.form[index];
        let affect = state.affect.towards(goal, STEP);
        let cues = Cues::of(affect, self.plan.tempo_trim);
        let mode = if unit.opens && index > 0 { state.mode.towards(Cues::mode(affect)) } else { state.mode };
        let key = Key::new(self.plan.key.tonic(), mode);
        let section_seed = Random::part(self.plan.seed, 100 + theme_of(unit)).bits();
        let phrase_seed = Random::part(self.plan.seed, 1_000 + index as u64).bits();
        let pivot = self.plan.pivot.filter(|_| index == 0);
        self.harmonise(unit, &cues, key, (section_seed, pivot), &mut out.chords);
        let last = index + 1 == self.plan.form.len();
        self.clock.set(
            i32::from(unit.bars) * i32::from(self.plan.beats),
            (state.tempo, cues.tempo),
            last,
            phrase_seed,
        );
        let context = Context {
            plan: &self.plan,
            palette: self.plan.palette(),
            unit,
            index,
            key,
            cues,
            affect,
            spans: &out.chords,
            section_seed,
            phrase_seed,
        };
        let mut writer = Writer::new(&self.clock, &context, &mut out.notes);
        let next = write_parts(&context, &mut writer, State { mode, tempo: cues.tempo, affect, ..state });
        writer.finish();
        (out.section, out.cadence, out.bars) = (unit.section, unit.cadence, unit.bars);
        (out.key, out.affect, out.cues, out.frames) = (key, affect, cues, self.clock.frames());
        next
    }

    /// The chords of a phrase: by the harmonic rhythm, with one chord a bar at the close.
    fn harmonise(
        &mut self,
        unit: Unit,
        cues: &Cues,
        key: Key,
        from: (u64, Option<Chord>),
        out: &mut Vec<ChordSpan>,
    ) {
        let bar = self.plan.beats;
        // Two bars a chord would leave a short phrase with hardly any harmony.
        let whole_bars = if cues.harmonic_rhythm == 16 && unit.bars == 8 { 2 } else { 1 };
        let halves = cues.harmonic_rhythm == 4 && bar == 4;
        out.clear();
        let mut beat = 0;
        let total = unit.bars * bar;
        while beat < total {
            let closing = beat + 2 * bar >= total;
            let beats = if closing {
                bar
            } else if halves {
                bar / 2
            } else {
                whole_bars * bar
            };
            out.push(ChordSpan { beat, beats, chord: Chord::triad(0) });
            beat += beats;
        }
        let (seed, first) = from;
        let mut random = Random::new(seed);
        crate::harmony::progression(
            key.mode(),
            out.len(),
            unit.cadence,
            first,
            &mut random,
            &mut self.chords,
        );
        let count = out.len();
        for (place, (span, chord)) in out.iter_mut().zip(&self.chords).enumerate() {
            // Every chord draws the same numbers whatever the dissonance, so that harmony glides with the affect.
            let (seventh, ninth) = (random.between(0, 999), random.between(0, 999));
            let home = place + 1 == count;
            span.chord = Chord {
                seventh: !home && seventh < 40 + cues.dissonance * 8 / 10,
                ninth: !home && ninth < 20 + cues.dissonance / 2,
                ..*chord
            };
        }
    }
}

fn write_parts(context: &Context, writer: &mut Writer, state: State) -> State {
    let voicing = chords::write(context, writer, state.voicing);
    accompaniment::write(context, writer, state.voicing);
    let bass = bass::write(context, writer, state.bass);
    let lead = lead::write(context, writer, state.lead);
    counter::write(context, writer);
    percussion::write(context, writer);
    State { voicing, lead, bass, ..state }
}

/// Themes and their returns share a number, so that they share chords and melody.
fn theme_of(unit: Unit) -> u64 {
    let section = match unit.section {
        Section::Intro => 0,
        Section::Theme | Section::Return => 1,
        Section::Contrast => 2,
        Section::Development => 3,
        Section::Coda => 4,
    };
    2 * section + u64::from(unit.cadence == Cadence::Full)
}
