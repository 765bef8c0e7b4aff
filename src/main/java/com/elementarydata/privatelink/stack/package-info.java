/** The plan as CloudFormation stacks. */
@NullMarked
package com.elementarydata.privatelink.stack;

import org.jspecify.annotations.NullMarked;
