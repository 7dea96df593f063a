@NullMarked
package dev.cairn.aws.type;

import org.jspecify.annotations.NullMarked;
