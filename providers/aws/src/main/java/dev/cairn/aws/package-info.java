/// The AWS provider: resource types and lookups of EC2, Auto Scaling and STS.
@NullMarked
package dev.cairn.aws;

import org.jspecify.annotations.NullMarked;
