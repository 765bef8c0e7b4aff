/** Commands to paste into a shell: the only place that spells them. */
@NullMarked
package com.elementarydata.privatelink.command;

import org.jspecify.annotations.NullMarked;
