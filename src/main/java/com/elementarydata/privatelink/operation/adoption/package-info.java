/** An estate that exists: what it is made of, whose it is, and the fleet that describes it. */
@NullMarked
package com.elementarydata.privatelink.operation.adoption;

import org.jspecify.annotations.NullMarked;
