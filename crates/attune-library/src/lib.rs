//! Music catalogues: CSV import and the starter catalogue.
