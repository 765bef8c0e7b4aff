/** Observed facts in, verdict out. Knows nothing of how the facts were read. */
@NullMarked
package com.elementarydata.privatelink.diagnose;

import org.jspecify.annotations.NullMarked;
