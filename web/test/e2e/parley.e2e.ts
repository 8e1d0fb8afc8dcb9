import { describe } from 'vitest'
import { inTheConsole } from './cases/admin'
import { inALongRoom } from './cases/longRoom'
import { whenTheConnectionIsLost } from './cases/network'
import { withTheOldClient } from './cases/oldClient'
import { inPublicRooms } from './cases/rooms'
import { inTheShop } from './cases/shop'
import { inTheQueue } from './cases/vendor'
import { Stage } from './stage'

const stage = new Stage()

describe('in the shop', () => inTheShop(stage))
describe('in the queue', () => inTheQueue(stage))
describe('in the console', () => inTheConsole(stage))
describe('in public rooms', () => inPublicRooms(stage))
describe('with the old client', () => withTheOldClient(stage))
describe('in a long room', () => inALongRoom(stage))
describe('when the connection is lost', () => whenTheConnectionIsLost(stage))
