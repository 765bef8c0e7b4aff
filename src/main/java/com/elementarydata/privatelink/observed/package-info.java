/** What AWS says, as records, and how its networks behave by them. Knows nothing of how they are read. */
@NullMarked
package com.elementarydata.privatelink.observed;

import org.jspecify.annotations.NullMarked;
