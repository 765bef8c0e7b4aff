/** What several operations judge, judged once: an endpoint's state, a stack's, who is admitted, who must act. */
@NullMarked
package com.elementarydata.privatelink.judge;

import org.jspecify.annotations.NullMarked;
