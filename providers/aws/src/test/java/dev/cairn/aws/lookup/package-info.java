@NullMarked
package dev.cairn.aws.lookup;

import org.jspecify.annotations.NullMarked;
