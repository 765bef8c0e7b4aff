/** How a customer is removed once nothing depends on it. */
@NullMarked
package com.elementarydata.privatelink.operation.removal;

import org.jspecify.annotations.NullMarked;
