/** What a deployment would change, what has to hold before it, and how it is run. */
@NullMarked
package com.elementarydata.privatelink.operation.deployment;

import org.jspecify.annotations.NullMarked;
