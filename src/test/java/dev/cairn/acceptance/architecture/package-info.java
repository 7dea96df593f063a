/// The arrows of the house, as tests.
@NullMarked
package dev.cairn.acceptance.architecture;

import org.jspecify.annotations.NullMarked;
