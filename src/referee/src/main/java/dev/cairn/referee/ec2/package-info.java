/// Rules of EC2 that moto's server does not keep. Each names its source in EC2's API reference.
@NullMarked
package dev.cairn.referee.ec2;

import org.jspecify.annotations.NullMarked;
