/** All customers together: the rules between them, the ledger of addresses, and the plan of stacks. */
@NullMarked
package com.elementarydata.privatelink.fleet;

import org.jspecify.annotations.NullMarked;
