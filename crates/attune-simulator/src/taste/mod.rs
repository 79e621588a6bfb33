//! Listeners with known tastes.
