"""A simulated carrier: virtual handsets with people behind them who answer, and every fault a carrier has.

It counts the texts each handset received: the judge of "nobody is texted twice".
"""
