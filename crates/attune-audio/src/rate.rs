//! One channel at another rate.

use crate::AudioError;
use attune_fft::Resampler;
use rubato::audioadapter_buffers::direct::SequentialSlice;
use rubato::{Indexing, WindowFunction};

/// Changes the rate of a stream that comes in pieces, and keeps everything in its place in time.
pub(crate) struct RateChange {
    /// None if there is nothing to change.
    resampler: Option<Box<dyn Resampler<f32>>>,
    from: u64,
    to: u64,
    /// Input that the resampler has not taken yet.
    waiting: Vec<f32>,
    room: Vec<f32>,
    /// Output still to be dropped: the filter's delay.
    delay: usize,
    taken: u64,
    given: u64,
}

impl RateChange {
    /// `block` is about how many output samples are transformed at a time: more make a sharper filter, as the window
    /// does.
    ///
    /// Fails with `audio_unsupported` for rates that cannot be changed.
    pub(crate) fn new(from: u32, to: u32, block: usize, window: WindowFunction) -> Result<Self, AudioError> {
        let mut change = Self {
            resampler: None,
            from: u64::from(from),
            to: u64::from(to),
            waiting: Vec::new(),
            room: Vec::new(),
            delay: 0,
            taken: 0,
            given: 0,
        };
        if from != to {
            let (input, output) = (from as usize, to as usize);
            let block = block * input / output.max(1);
            let resampler = attune_fft::resampler(input, output, block, window)
                .map_err(|e| AudioError::Unsupported { detail: e.to_string() })?;
            change.delay = resampler.output_delay();
            change.room = vec![0.0; resampler.output_frames_max()];
            change.resampler = Some(resampler);
        }
        Ok(change)
    }

    /// Where the next input is to be appended; [`Self::drain`] then changes it.
    pub(crate) fn waiting(&mut self) -> &mut Vec<f32> {
        &mut self.waiting
    }

    /// Appends to `out` what can be given so far.
    pub(crate) fn drain(&mut self, out: &mut Vec<f32>) -> Result<(), AudioError> {
        let Some(resampler) = &mut self.resampler else {
            out.append(&mut self.waiting);
            return Ok(());
        };
        let mut at = 0;
        while self.waiting.len() - at >= resampler.input_frames_next() {
            let (length, room) = (self.waiting.len(), self.room.len());
            let input = SequentialSlice::new(&self.waiting, 1, length).map_err(|e| failed(&e))?;
            let mut output = SequentialSlice::new_mut(&mut self.room, 1, room).map_err(|e| failed(&e))?;
            let place = Indexing::new().input_offset(at);
            let (took, gave) =
                resampler.process_into_buffer(&input, &mut output, Some(&place)).map_err(|e| failed(&e))?;
            let dropped = self.delay.min(gave);
            self.delay -= dropped;
            out.extend_from_slice(&self.room[dropped..gave]);
            self.given += (gave - dropped) as u64;
            self.taken += took as u64;
            at += took;
        }
        self.waiting.drain(..at);
        Ok(())
    }

    /// Appends what the filter still holds, so that in all as much time came out as went in.
    pub(crate) fn finish(&mut self, out: &mut Vec<f32>) -> Result<(), AudioError> {
        self.drain(out)?;
        if self.resampler.is_none() {
            return Ok(());
        }
        let due = ((self.taken + self.waiting.len() as u64) * self.to).div_ceil(self.from);
        // Each round of silence pushes out at least one block, so this ends.
        while self.given < due {
            let silence = self.resampler.as_ref().map_or(0, |resampler| resampler.input_frames_next());
            self.waiting.resize(self.waiting.len() + silence, 0.0);
            self.drain(out)?;
        }
        out.truncate(out.len() - (self.given - due) as usize);
        Ok(())
    }
}

fn failed(error: &dyn std::fmt::Display) -> AudioError {
    AudioError::Damaged { detail: error.to_string() }
}
