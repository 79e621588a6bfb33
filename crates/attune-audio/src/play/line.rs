//! From the blocks of one recording after another to one stream of frames for the output: mixed, levelled, at its
//! rate, and without a seam. Recordings of one rate pass through the same filter, so that a join in the middle of a
//! sound stays one.

use super::edges::Channel;
use crate::AudioError;
use crate::mix::Mix;

/// The stream.
pub(crate) struct Line {
    rate: u32,
    /// The recordings' rate.
    from: u32,
    channels: Vec<Channel>,
    /// Frames of the recordings at that rate.
    frames: u64,
    /// Frames of the stream that the recordings at earlier rates stand for.
    before: u64,
    mixed: Vec<Vec<f32>>,
    made: Vec<Vec<f32>>,
}

impl Line {
    /// A stream of `rate` frames a second, of `channels` samples each.
    pub(crate) fn new(rate: u32, channels: usize) -> Self {
        Self {
            rate,
            from: 0,
            channels: Vec::new(),
            frames: 0,
            before: 0,
            mixed: vec![Vec::new(); channels],
            made: vec![Vec::new(); channels],
        }
    }

    /// The frames of the stream that everything pushed so far stands for.
    pub(crate) fn due(&self) -> u64 {
        self.before + (self.frames * u64::from(self.rate)).div_ceil(u64::from(self.from.max(1)))
    }

    /// Takes a block of a recording of that rate, times `gain`, and appends what is done to `out`, interleaved. Fails
    /// with `audio_unsupported` for rates that cannot be changed.
    pub(crate) fn push<'a>(
        &mut self,
        rate: u32,
        mix: &Mix,
        gain: f32,
        block: impl ExactSizeIterator<Item = &'a [f32]>,
        out: &mut Vec<f32>,
    ) -> Result<(), AudioError> {
        if self.from != rate {
            self.empty(out)?;
            let channel = |_| Channel::new(rate, self.rate);
            self.channels = self.mixed.iter().map(channel).collect::<Result<_, _>>()?;
            self.from = rate;
        }
        self.mixed.iter_mut().for_each(Vec::clear);
        let mut planes: Vec<&mut Vec<f32>> = self.mixed.iter_mut().collect();
        mix.apply(block, gain, &mut planes);
        self.frames += self.mixed.first().map_or(0, Vec::len) as u64;
        for ((channel, mixed), made) in self.channels.iter_mut().zip(&self.mixed).zip(&mut self.made) {
            channel.push(mixed, made)?;
        }
        self.pass_on(out);
        Ok(())
    }

    /// Appends all that is still inside. The stream ends with that.
    pub(crate) fn finish(&mut self, out: &mut Vec<f32>) -> Result<(), AudioError> {
        self.empty(out)
    }

    fn empty(&mut self, out: &mut Vec<f32>) -> Result<(), AudioError> {
        for (channel, made) in self.channels.iter_mut().zip(&mut self.made) {
            channel.finish(made)?;
        }
        self.pass_on(out);
        self.before = self.due();
        (self.frames, self.from) = (0, 0);
        self.channels.clear();
        Ok(())
    }

    /// Interleaves what the channels have made.
    fn pass_on(&mut self, out: &mut Vec<f32>) {
        let frames = self.made.iter().map(Vec::len).min().unwrap_or(0);
        for frame in 0..frames {
            out.extend(self.made.iter().map(|plane| plane[frame]));
        }
        self.made.iter_mut().for_each(Vec::clear);
    }
}
