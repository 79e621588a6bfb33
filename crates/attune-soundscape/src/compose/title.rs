//! Names for pieces.

use crate::mode::Key;
use crate::plane::Plane;
use crate::random::Random;

/// First words by quadrant: calm and dark, calm and bright, lively and dark, lively and bright.
const FIRST: [[&str; 10]; 4] = [
    ["Grey", "Distant", "Slow", "Winter", "Empty", "Fading", "Still", "Late", "Hollow", "Northern"],
    ["Quiet", "Soft", "Early", "Gentle", "Silver", "Drifting", "Clear", "Sleeping", "Summer", "Pale"],
    ["Restless", "Iron", "Dark", "Rising", "Broken", "Night", "Heavy", "Burning", "Steep", "Cold"],
    ["Bright", "Golden", "Running", "Open", "Dancing", "Morning", "Wild", "Quick", "Sunlit", "Early"],
];
const SECOND: [&str; 24] = [
    "Lanterns", "Harbour", "Meadow", "Window", "River", "Garden", "Letters", "Stairs", "Orchard", "Station",
    "Bridge", "Tide", "Field", "Avenue", "Rain", "Hills", "Islands", "Room", "Clouds", "Lake", "Birches",
    "Ferry", "Square", "Mill",
];

/// A name such as "Quiet Harbour in D dorian".
pub(super) fn of(seed: u64, target: Plane, key: Key) -> String {
    let quadrant = usize::from(target.arousal() > 0) * 2 + usize::from(target.valence() > 0);
    let mut random = Random::part(seed, 6);
    let first = FIRST[quadrant][random.index(FIRST[quadrant].len())];
    format!("{first} {} in {key}", SECOND[random.index(SECOND.len())])
}
