// Memory that nobody holds any more. V8 lets a heap grow to hundreds of megabytes before it looks for that, as long as the machine has them:
// of a fleet that is made and let go, one application after the other, nearly all of it.
import v8 from 'node:v8';
import vm from 'node:vm';

/** By so many bytes the heap may grow before it is looked through first. */
const room = 40 * 2 ** 20;

/** By so many percent it may grow after that, of what is held, before V8 looks through it again. */
const growth = 60;

const used = () => v8.getHeapStatistics().used_heap_size;

/** Where no more applications than these are made and let go, it ends before its heap is worth a look. */
const few = 32;

/** What keeps the heap small from when it has grown first: it is called of each application that was let go. */
export const heapKeeper = () => {
  const floor = used();
  let isKept = false;
  let letGo = 0;
  return () => {
    letGo += 1;
    if (isKept || letGo < few || used() < floor + room) return;
    isKept = true;
    // it is had of a context that is made while the flag is set
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc');
    v8.setFlagsFromString('--no-expose-gc');
    v8.setFlagsFromString(`--heap-growing-percent=${growth}`);
    collect();
  };
};
