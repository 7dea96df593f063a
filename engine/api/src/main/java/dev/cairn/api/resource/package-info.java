/// Desired, recorded and observed: the three sides of a diff.
@NullMarked
package dev.cairn.api.resource;

import org.jspecify.annotations.NullMarked;
