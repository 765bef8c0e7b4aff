/** One more connection in a fleet: checked, shown and written. */
@NullMarked
package com.elementarydata.privatelink.operation.onboard;

import org.jspecify.annotations.NullMarked;
