/** The network's money arithmetic: filters, rewards, pledge, fees, quality and supply. Pure functions over big integers. */
package io.cairn.devnet.economics;
