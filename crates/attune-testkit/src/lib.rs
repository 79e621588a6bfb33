//! Scripted sources, builders and fakes for the tests of Attune.
