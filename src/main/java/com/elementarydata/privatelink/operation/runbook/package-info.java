/** What a customer has to do, filled in. */
@NullMarked
package com.elementarydata.privatelink.operation.runbook;

import org.jspecify.annotations.NullMarked;
