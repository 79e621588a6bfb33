//! Which devices a thread of ours has in hand.
//!
//! A driver that does not answer keeps its thread, and with it the device. nokhwa would share such a device with
//! the next one who opens it; so that nobody does, it is given out once only.

use std::sync::{Mutex, PoisonError};

static TAKEN: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// The right to open a device. Ends when it is dropped.
#[derive(Debug)]
pub(super) struct Lease(u32);

impl Lease {
    /// The device with that number; none while it is in somebody's hand.
    pub(super) fn take(index: u32) -> Option<Self> {
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.contains(&index) {
            return None;
        }
        taken.push(index);
        Some(Self(index))
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        TAKEN.lock().unwrap_or_else(PoisonError::into_inner).retain(|index| *index != self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::Lease;

    #[test]
    fn a_device_is_in_one_hand_at_a_time() {
        let lease = Lease::take(9_001).unwrap();
        assert!(Lease::take(9_001).is_none() && Lease::take(9_002).is_some());
        drop(lease);
        assert!(Lease::take(9_001).is_some());
    }
}
