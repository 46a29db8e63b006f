/** What is sold, what an account has of it, and how it starts and stops. */
package io.weir.webrest.plans;
