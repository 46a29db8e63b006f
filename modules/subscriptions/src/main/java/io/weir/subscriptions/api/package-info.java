/** What is sold and who has it: plans, extensions, credit packages, and accounts' subscriptions to them. */
package io.weir.subscriptions.api;
