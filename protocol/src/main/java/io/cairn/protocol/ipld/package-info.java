/** Content-addressed tables as the network's actors keep them: arrays (AMT) and maps (HAMT) over a block store. */
package io.cairn.protocol.ipld;
