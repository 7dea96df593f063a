/// Every pair of attributes of what is on an engine, through the whole of Cairn.
@NullMarked
package dev.cairn.acceptance.pairs;

import org.jspecify.annotations.NullMarked;
