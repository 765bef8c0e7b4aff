/** What operations return, as tables, pictures, text and JSON. */
@NullMarked
package com.elementarydata.privatelink.cli.render;

import org.jspecify.annotations.NullMarked;
