@NullMarked
package dev.cairn.aws.session;

import org.jspecify.annotations.NullMarked;
