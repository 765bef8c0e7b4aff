/** Files of a fleet folder as people write them: read with positions, checked, and turned into the model. */
@NullMarked
package com.elementarydata.privatelink.config;

import org.jspecify.annotations.NullMarked;
