//! Nothing: the features of this package are what `trybuild` passes on, and it passes those of a library.
