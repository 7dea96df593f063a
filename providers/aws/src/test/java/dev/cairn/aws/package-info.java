@NullMarked
package dev.cairn.aws;

import org.jspecify.annotations.NullMarked;
